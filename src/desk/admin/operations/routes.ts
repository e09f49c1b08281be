import type { FastifyInstance } from 'fastify';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import { currentHomeUnit } from '../../../modules/units/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { RefusalError, sendPage } from '../../../platform/http/index.ts';
import { dataFacts, jobStates } from '../../../platform/jobs/index.ts';
import { machineFacts } from '../../../platform/machine.ts';
import { refusePlatform } from '../../../platform/problem.ts';
import { programStamp } from '../../../platform/program.ts';
import { deskShell } from '../../shell.ts';
import { showWhen } from '../../when.ts';
import { jobRows } from './job-rules.ts';
import OperationsPage from './OperationsPage.svelte';
import { OPERATIONS } from './paths.ts';
import { backupRow, diskRow, keyRow, memoryRow, newsRow, versionRows } from './state-rules.ts';

/** `/desk/admin/van-hanh`: how the installation runs. It holds figures of all units, so it is the home unit's. */
export function adminOperations(app: FastifyInstance, platform: Platform): void {
  const { config, database, clock, keys } = platform;
  const program = programStamp();
  app.get(OPERATIONS, { onRequest: needStaff(platform, 'operations.see') }, async (request, reply) => {
    const session = staffOf(request);
    const now = clock.now();
    const home = await currentHomeUnit(database.db, now);
    if (home?.unitId !== session.unitId) throw new RefusalError(refusePlatform('not-found'));
    const [jobs, facts, machine] = await Promise.all([
      jobStates(database.db),
      dataFacts(database.db),
      machineFacts(config.dataDir),
    ]);
    return sendPage(platform, reply, {
      component: OperationsPage,
      props: {
        layout: deskShell(platform, request, session),
        at: showWhen(now),
        jobs: jobRows(jobs, now),
        data: [newsRow(facts, now), backupRow(facts, config.backups !== null, now), keyRow(keys.ids.length)],
        machine: [
          diskRow(machine.disk),
          memoryRow(machine.memory),
          ...versionRows({
            program,
            node: process.versions.node,
            postgres: facts.postgres,
            uptime: machine.uptime,
          }),
        ],
      },
      title: 'Vận hành',
      lang: 'vi',
    });
  });
}
