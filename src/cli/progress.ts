import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../model/progress.js';

/** Progress of a long piece of work: a bar on a terminal, otherwise one line for each phase. */
export function progressOn(terminal: NodeJS.WriteStream): { readonly onProgress: Progress; end(): void } {
  if (!terminal.isTTY) return linesOn(terminal);
  const bar = new SingleBar(
    { format: '{phase} {bar} {percentage}% {value} of {total}', hideCursor: true, stream: terminal },
    Presets.shades_classic,
  );
  let running: string | undefined;
  return {
    onProgress(phase, done, total) {
      if (running === undefined) bar.start(total, done, { phase });
      else bar.update(done, { phase });
      bar.setTotal(total);
      running = phase;
    },
    end: () => bar.stop(),
  };
}

function linesOn(terminal: NodeJS.WriteStream) {
  let last = '';
  const onProgress: Progress = (phase, done, total) => {
    if (phase !== last || done === total) terminal.write(`${phase}: ${done} of ${total}\n`);
    last = phase;
  };
  return { onProgress, end: () => undefined };
}
