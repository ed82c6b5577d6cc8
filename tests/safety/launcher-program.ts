import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What the small program says: a running server, or why there is none. */
export interface Said {
  host: string;
  port: number;
  pid: number;
  adopted: boolean;
  milliseconds: number;
  reason?: string;
  params?: Record<string, string | number>;
}

export interface LauncherProgram {
  child: ChildProcess;
  said: Promise<Said>;
  /** Ends it with a signal and waits until it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Bundles the small program the way the real one is bundled; answers its path and how to throw it away. */
export function buildLauncherProgram(): { file: string; remove: () => void } {
  const out = path.join(root, 'tests/.out');
  execFileSync('mkdir', ['-p', out]);
  const folder = mkdtempSync(path.join(out, 'launcher-'));
  execFileSync('chmod', ['755', folder]);
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const config = path.join(root, 'vite.server.config.ts');
  const words = ['build', '--config', config, '--ssr', 'tests/safety/launcher-entry.ts', '--outDir', folder];
  execFileSync(process.execPath, [vite, ...words, '--logLevel', 'error'], { cwd: root });
  return { file: path.join(folder, 'heli.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs the small program, as another user when a uid is given. */
export function runLauncherProgram(file: string, words: string[], uid?: number): LauncherProgram {
  const child = spawn(process.execPath, [file, ...words], {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const said = new Promise<Said>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(JSON.parse(text) as Said);
    });
    child.once('close', () => reject(new Error(`said nothing: ${text}`)));
  });
  said.catch(() => undefined);
  return {
    child,
    said,
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return gone;
    },
  };
}
