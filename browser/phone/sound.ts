// What is heard in a browser, and what its microphone is made to hear.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { results } from "../house/machine.ts";

export const microphoneHz = 440;
const rate = 48_000;

/** A tone that comes and goes: what never changes is taken for noise by a browser, and left out. */
export function microphoneSound(): string {
  const samples = new Int16Array(rate * 4);
  for (let at = 0; at < samples.length; at += 1) {
    const isOn = at % rate < rate / 2;
    samples[at] = isOn ? 12_000 * Math.sin((2 * Math.PI * microphoneHz * at) / rate) : 0;
  }
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.byteLength, 40);
  mkdirSync(results, { recursive: true });
  const file = join(results, "microphone.wav");
  writeFileSync(file, Buffer.concat([head, Buffer.from(samples.buffer)]));
  return file;
}

/** Every connection of the page is kept, so that it can be asked what it heard. */
export async function keepConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: RTCPeerConnection[] = [];
    Object.assign(window, { kept });
    const usual = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends usual {
      constructor(...given: ConstructorParameters<typeof usual>) {
        super(...given);
        kept.push(this);
      }
    };
  });
}

/** Packets and loudness that came in on the newest connection. */
export function heard(page: Page): Promise<{ packets: number; energy: number }> {
  return page.evaluate(async () => {
    const { kept } = window as unknown as { kept: RTCPeerConnection[] };
    const found = { packets: 0, energy: 0 };
    for (const about of (await kept.at(-1)?.getStats())?.values() ?? []) {
      if (about.type === "inbound-rtp") Object.assign(found, { packets: about.packetsReceived, energy: about.totalAudioEnergy });
    }
    return found;
  });
}

/** The loudest tone that came in on the newest connection, in hertz; 0 where it is quiet. */
export function loudest(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { kept } = window as unknown as { kept: RTCPeerConnection[] };
    const tracks = kept.at(-1)?.getReceivers().map((receiver) => receiver.track) ?? [];
    const context = new AudioContext();
    const ear = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(new MediaStream(tracks)).connect(ear);
    await new Promise((over) => setTimeout(over, 500));
    const levels = new Float32Array(ear.frequencyBinCount);
    ear.getFloatFrequencyData(levels);
    const most = Math.max(...levels);
    const hertz = (levels.indexOf(most) * context.sampleRate) / ear.fftSize;
    await context.close();
    return most > -60 ? hertz : 0;
  });
}
