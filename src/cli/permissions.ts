import { permissionMatrix } from '../permission-matrix.ts';
import { routesOf } from '../route-list.ts';
import { buildServer } from '../server.ts';
import { barePlatform } from './bare-platform.ts';
import { EXIT } from './output.ts';

/** Prints who may do what, as Markdown. */
export async function permissionsCommand(): Promise<number> {
  const app = await buildServer(barePlatform());
  process.stdout.write(permissionMatrix(routesOf(app)));
  await app.close();
  return EXIT.ok;
}
