// Microphone and speaker: which ones, how loud, and what is heard. The choice is kept in this
// browser: another desk has other devices.

type Kind = MediaDeviceKind;

const LOOKS_A_SECOND = 10;

export class Sound {
  stream: MediaStream | null = null;
  private ear: AnalyserNode | null = null;
  private context: AudioContext | null = null;

  constructor(
    private readonly speaker: HTMLAudioElement,
    private readonly level: HTMLMeterElement,
  ) {
    setInterval(() => this.measure(), 1000 / LOOKS_A_SECOND);
  }

  /** Opens the microphone that was chosen, or any; false where there is none or it is refused. */
  async listen(): Promise<boolean> {
    const wanted = this.chosen("audioinput");
    const before = this.stream;
    this.stream = (await open(wanted)) ?? (wanted ? await open(null) : null);
    for (const track of before?.getTracks() ?? []) track.stop();
    if (this.stream) this.attend(this.stream);
    await this.speakThrough(this.chosen("audiooutput"));
    return this.stream !== null;
  }

  async devices(): Promise<MediaDeviceInfo[]> {
    return (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  }

  chosen(kind: Kind): string | null {
    return localStorage.getItem(`phone-${kind}`);
  }

  async choose(kind: Kind, device: string): Promise<void> {
    localStorage.setItem(`phone-${kind}`, device);
    if (kind === "audioinput") await this.listen();
    else await this.speakThrough(device);
  }

  play(connection: RTCPeerConnection): void {
    this.speaker.srcObject = new MediaStream(connection.getReceivers().map((receiver) => receiver.track));
    // A browser that plays nothing before it was touched was touched: she pressed a key to dial.
    void this.speaker.play().catch(() => {});
  }

  private async speakThrough(device: string | null): Promise<void> {
    // A device that has gone since leaves the usual one.
    if (device && "setSinkId" in this.speaker) await this.speaker.setSinkId(device).catch(() => {});
  }

  private attend(stream: MediaStream): void {
    this.context ??= new AudioContext();
    this.ear = this.context.createAnalyser();
    this.context.createMediaStreamSource(stream).connect(this.ear);
  }

  private measure(): void {
    // Where nobody looks nothing is measured.
    if (!this.ear || !this.level.checkVisibility()) return;
    void this.context?.resume();
    const wave = new Float32Array(this.ear.fftSize);
    this.ear.getFloatTimeDomainData(wave);
    this.level.value = Math.min(1, Math.max(...wave.map(Math.abs)));
  }
}

async function open(device: string | null): Promise<MediaStream | null> {
  const audio = device ? { deviceId: { exact: device } } : true;
  return (await navigator.mediaDevices?.getUserMedia({ audio }).catch(() => null)) ?? null;
}
