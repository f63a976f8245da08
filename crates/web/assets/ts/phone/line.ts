// The line to the exchange: it registers, answers, and lets the agent hear herself.
import { UA, WebSocketInterface } from "jssip";
import type { RTCSession } from "jssip/lib/RTCSession";
import type { Sound } from "./sound";

export type State = "connecting" | "ready" | "call" | "echo" | "lost" | "refused" | "deaf" | "elsewhere";

/** Seconds until a lost connection is tried again, at least and at most. */
const AGAIN = { least: 2, most: 10 };
/** Addresses are known at once or not at all: nobody waits longer for another. */
const ADDRESSES_WITHIN = 200;

export class Line {
  private agent: UA | null = null;
  private session: RTCSession | null = null;
  private isEcho = false;

  constructor(
    private readonly user: string,
    private readonly password: string,
    private readonly sound: Sound,
    private readonly show: (state: State) => void,
  ) {}

  get isTalking(): boolean {
    return this.session !== null && !this.isEcho;
  }

  start(): void {
    const secure = location.protocol === "https:" ? "wss" : "ws";
    const agent = new UA({
      sockets: new WebSocketInterface(`${secure}://${location.host}/desk/phone/line`),
      uri: this.address(this.user),
      authorization_user: this.user,
      password: this.password,
      register_expires: 120,
      session_timers: false,
      connection_recovery_min_interval: AGAIN.least,
      connection_recovery_max_interval: AGAIN.most,
    });
    // What an earlier line still says is not listened to.
    const say = (state: State) => this.agent === agent && !this.session && this.show(state);
    agent.on("registered", () => say("ready"));
    agent.on("registrationFailed", () => say("refused"));
    agent.on("disconnected", () => say("lost"));
    agent.on("newRTCSession", (event: { session: RTCSession; originator: string }) => {
      if (event.originator === "remote") this.answer(event.session);
    });
    this.agent = agent;
    agent.start();
  }

  /** Whatever goes on is hung up, and the exchange told that the phone is gone. */
  stop(): void {
    const agent = this.agent;
    this.agent = null;
    this.session = null;
    agent?.stop();
  }

  /** The agent hears herself, by way of the exchange; once more ends it. */
  test(): void {
    if (this.session) {
      if (this.isEcho) this.session.terminate();
      return;
    }
    const stream = this.sound.stream;
    if (!this.agent || !stream) return;
    this.isEcho = true;
    this.follow(this.agent.call(this.address("echo"), { mediaStream: stream, pcConfig: { iceServers: [] } }));
  }

  /** The call that is running goes on with the other microphone. */
  microphoneChanged(): void {
    const track = this.sound.stream?.getAudioTracks()[0];
    const sender = this.session?.connection?.getSenders().find((sender) => sender.track?.kind === "audio");
    if (track) void sender?.replaceTrack(track);
  }

  private answer(session: RTCSession): void {
    const stream = this.sound.stream;
    if (!stream) {
      session.terminate({ status_code: 486 });
      return;
    }
    // It goes before an echo, and before a call of which we missed the end: nobody is rung who is
    // believed to be on the line.
    if (this.session && !this.session.isEnded()) this.session.terminate();
    this.isEcho = false;
    this.follow(session);
    session.answer({ mediaStream: stream, pcConfig: { iceServers: [] } });
  }

  private follow(session: RTCSession): void {
    this.session = session;
    let late: ReturnType<typeof setTimeout> | undefined;
    session.on("icecandidate", (event: { ready: () => void }) => {
      clearTimeout(late);
      late = setTimeout(() => event.ready(), ADDRESSES_WITHIN);
    });
    session.on("confirmed", () => {
      if (this.session !== session) return;
      this.sound.play(session.connection);
      this.show(this.isEcho ? "echo" : "call");
    });
    const over = () => {
      clearTimeout(late);
      if (this.session !== session) return;
      this.session = null;
      this.isEcho = false;
      if (this.agent) this.show(this.agent.isRegistered() ? "ready" : "lost");
    };
    session.on("ended", over);
    session.on("failed", over);
  }

  private address(user: string): string {
    return `sip:${user}@${location.hostname}`;
  }
}
