import { clipsOf, sentenceOf, type SpokenCall } from './spoken.js';

/** How calls are spoken: by the browser's Chinese voice, by the clips that come along, or not yet, because a browser wants a touch first. */
export type VoiceState = 'voice' | 'clips' | 'blocked' | 'none';

const CLIPS = '/front/speech';
/** Seconds between two clips of one sentence, and after a sentence. */
const CLIP_GAP = 0.03;
const SENTENCE_GAP_MS = 600;

/** Speaks one call after another. */
export class Speaker {
  private readonly context: AudioContext | null = typeof AudioContext === 'undefined' ? null : new AudioContext();
  private readonly clips = new Map<string, Promise<AudioBuffer>>();
  private queue: Promise<void> = Promise.resolve();

  /** A browser may forbid sound until somebody touches the page. */
  get isBlocked(): boolean {
    return this.context !== null && this.context.state !== 'running';
  }

  get state(): VoiceState {
    if (this.isBlocked) return 'blocked';
    if (chineseVoice()) return 'voice';
    return this.context ? 'clips' : 'none';
  }

  /** Tries to make sound possible; from a touch it succeeds. */
  async start(): Promise<void> {
    await this.context?.resume();
  }

  /** Speaks after what is being spoken. */
  say(call: SpokenCall): void {
    this.queue = this.queue.then(() => this.speak(call)).catch(() => undefined);
  }

  async stop(): Promise<void> {
    globalThis.speechSynthesis?.cancel();
    await this.context?.close();
  }

  private async speak(call: SpokenCall): Promise<void> {
    if (this.isBlocked) return;
    const voice = chineseVoice();
    await (voice ? speakWith(voice, sentenceOf(call)) : this.playClips(clipsOf(call)));
    await new Promise((resolve) => window.setTimeout(resolve, SENTENCE_GAP_MS));
  }

  private async playClips(names: readonly string[]): Promise<void> {
    const { context } = this;
    if (!context) return;
    const buffers = await Promise.all(names.map((name) => this.clip(context, name)));
    let at = context.currentTime;
    let last: AudioBufferSourceNode | null = null;
    for (const buffer of buffers) {
      last = context.createBufferSource();
      last.buffer = buffer;
      last.connect(context.destination);
      last.start(at);
      at += buffer.duration + CLIP_GAP;
    }
    await new Promise((resolve) => last?.addEventListener('ended', resolve, { once: true }));
  }

  private clip(context: AudioContext, name: string): Promise<AudioBuffer> {
    const kept = this.clips.get(name);
    if (kept) return kept;
    const loading = fetch(`${CLIPS}/${name}.opus`)
      .then((answer) => answer.arrayBuffer())
      .then((bytes) => context.decodeAudioData(bytes));
    // A clip that did not come is asked for again at the next call.
    loading.catch(() => this.clips.delete(name));
    this.clips.set(name, loading);
    return loading;
  }
}

/** A voice for Mandarin, the machine's own before one that needs the network. */
function chineseVoice(): SpeechSynthesisVoice | null {
  const voices = (globalThis.speechSynthesis?.getVoices() ?? []).filter(({ lang }) => /^(zh|cmn)\b/i.test(lang) && !/hk|yue/i.test(lang));
  return voices.find(({ localService }) => localService) ?? voices[0] ?? null;
}

function speakWith(voice: SpeechSynthesisVoice, sentence: string): Promise<void> {
  const words = new SpeechSynthesisUtterance(sentence);
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = 0.9;
  return new Promise((resolve) => {
    words.addEventListener('end', () => resolve());
    words.addEventListener('error', () => resolve());
    globalThis.speechSynthesis.speak(words);
  });
}
