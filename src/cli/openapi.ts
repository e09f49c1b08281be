import { buildServer } from '../server.ts';
import { barePlatform } from './bare-platform.ts';
import { EXIT } from './output.ts';

/** Prints the API's description. */
export async function openapiCommand(): Promise<number> {
  const app = await buildServer(barePlatform());
  process.stdout.write(`${JSON.stringify(app.swagger(), null, 2)}\n`);
  await app.close();
  return EXIT.ok;
}
