//! What happens to a contact, told in the words of the trade. Each scenario is played twice:
//! by the shipped catalogue, and by one in which every code has another name.

mod bounds;
mod callback;
mod callmonkey;
mod contact_expert;
mod correction;
mod crash;
mod deals;
mod filled_in;
mod inbound;
mod late;
mod law;
mod limits;
mod menu;
mod moving;
mod numbers;
mod offering;
mod opt_out;
mod ownership;
mod passing;
mod progressive;
mod reactivation;
mod retry;
mod returned;
mod stucc;
mod undo;
