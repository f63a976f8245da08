// The other end, asked of the two Asterisks: who is on the line, and what the customer has heard.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Customers who hum, a tone each, and keep what they hear (asterisk/README.md). */
export const customers = [
  { number: "+49 30 23125 115", hertz: 700 },
  { number: "+49 30 23125 116", hertz: 900 },
];

async function ask(ari: string, path: string): Promise<unknown> {
  const at = new URL(ari.replace("ws:", "http:"));
  const headers = { authorization: `Basic ${btoa(`${at.username}:${at.password}`)}` };
  return (await fetch(`http://${at.host}/ari/${path}`, { headers })).json();
}

type Endpoint = { state: string; channel_ids: string[] };

const endpoint = (phone: string) => ask(process.env.DISPO_TEST_ASTERISK!, `endpoints/PJSIP/${phone}`) as Promise<Endpoint>;

/** How many calls the exchange has with this phone. */
export async function channelsOf(phone: string): Promise<number> {
  return (await endpoint(phone)).channel_ids.length;
}

export async function isRegistered(phone: string): Promise<boolean> {
  return (await endpoint(phone)).state === "online";
}

/** How many packets the exchange has got from this phone. */
export async function packetsFrom(phone: string): Promise<number> {
  const [channel] = (await endpoint(phone)).channel_ids;
  const about = await ask(process.env.DISPO_TEST_ASTERISK!, `channels/${channel}/rtp_statistics`);
  return (about as { rxcount: number }).rxcount;
}

/** Whether Asterisk brings this sound along. */
export async function hasSound(name: string): Promise<boolean> {
  const { id } = (await ask(process.env.DISPO_TEST_ASTERISK!, `sounds/${encodeURIComponent(name)}`)) as { id?: string };
  return id === name;
}

/** How many of those who can be called are on the line. */
export async function callsOfOthers(): Promise<number> {
  return ((await ask(process.env.DISPO_TEST_ASTERISK_CARRIER!, "channels")) as unknown[]).length;
}

/** How many packets the carrier got at most on one of the calls it is on. */
export async function packetsToOthers(): Promise<number> {
  const carrier = process.env.DISPO_TEST_ASTERISK_CARRIER!;
  const channels = (await ask(carrier, "channels")) as { id: string }[];
  const counts = channels.map(async ({ id }) => ((await ask(carrier, `channels/${id}/rtp_statistics`)) as { rxcount: number }).rxcount);
  return Math.max(0, ...(await Promise.all(counts)));
}

/** How loud this tone was to the customer with this number at its loudest, of full scale. */
export function heardByCustomer(number: string, hertz: number): number {
  const folder = join(process.env.DISPO_TEST_ASTERISK_RUN!, "carrier/spool");
  const files = readdirSync(folder).filter((name) => name.startsWith(`ear-${number.slice(-3)}-`)).map((name) => join(folder, name));
  const newest = files.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
  if (!newest) return 0;
  const bytes = readFileSync(newest).subarray(44);
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));
  const piece = 800;
  let most = 0;
  for (let from = 0; from + piece <= samples.length; from += piece) most = Math.max(most, tone(samples.subarray(from, from + piece), hertz));
  return most;
}

/** How much of one tone there is (Goertzel's filter), at 8,000 samples a second. */
function tone(samples: Int16Array, hertz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / 8_000);
  let [one, two] = [0, 0];
  for (const sample of samples) [one, two] = [sample / 32_768 + turn * one - two, one];
  return (Math.sqrt(Math.max(0, one * one + two * two - turn * one * two)) * 2) / samples.length;
}
