# De telefoon in de browser van de agent.
phone-title = Telefoon
phone-connecting = Verbinden …
phone-ready = Gereed
phone-call = In gesprek
phone-echo = Test: u hoort uzelf
phone-lost = Verbinding verbroken; er wordt opnieuw geprobeerd
phone-refused = De centrale weigert deze telefoon: vraag uw supervisor
phone-deaf = Geen microfoon: sta die toe in de browser of sluit er een aan, en verbind opnieuw
phone-elsewhere = In een ander tabblad van deze browser
phone-microphone = Microfoon
phone-level = Niveau
phone-speaker = Luidspreker
phone-test = Uzelf horen
phone-again = Opnieuw verbinden
