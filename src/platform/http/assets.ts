import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from '../paths.ts';

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

export interface Assets {
  readonly folder: string;
  /** URL of the one style sheet. */
  readonly styles: string;
  /** URLs of the fonts: every Vietnamese page needs them all, so they are asked for before the style sheet names them. */
  readonly fonts: readonly string[];
  /** URL of an island by its entry name, e.g. `draft-keeper`. */
  island(name: string): string;
}

/** Reads the manifest of the client build. */
export function loadAssets(folder = fromRoot('dist', 'client')): Assets {
  const path = `${folder}/manifest.json`;
  if (!existsSync(path)) throw new Error(`No client build in ${folder}: run "npm run build"`);
  const manifest: Record<string, ManifestEntry> = JSON.parse(readFileSync(path, 'utf8'));
  const url = (file: string) => `/assets/${file}`;
  const entries = Object.entries(manifest);
  const style =
    entries.find(([, { file }]) => file.endsWith('.css'))?.[1].file ?? entries.find(([, e]) => e.css)?.[1].css?.[0];
  if (!style) throw new Error('The client build has no style sheet');
  const fonts = entries.filter(([, { file }]) => file.endsWith('.woff2')).map(([, { file }]) => url(file));
  return {
    folder,
    styles: url(style),
    fonts,
    island: (name) => {
      const entry = manifest[`src/ui/islands/${name}.ts`];
      if (!entry) throw new Error(`Island ${name} is not in the client build`);
      return url(entry.file);
    },
  };
}
