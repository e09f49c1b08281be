import type { FastifyInstance } from 'fastify';
import { deskAdmin } from './desk/admin/routes.ts';
import { deskAudit } from './desk/audit/routes.ts';
import { deskDossiers } from './desk/dossiers/routes.ts';
import { deskFigures } from './desk/figures/routes.ts';
import { deskHelp } from './desk/help/routes.ts';
import { deskHome } from './desk/home/routes.ts';
import { deskJoinPages } from './desk/join/routes.ts';
import { deskSignInPages } from './desk/sign-in/routes.ts';
import { deskUnitChoice } from './desk/unit-choice/routes.ts';
import { assistanceApi } from './modules/assistance/index.ts';
import { catalogueApi } from './modules/catalogue/index.ts';
import { DOSSIER_CHANGED, dossiersApi, indexForCitizen } from './modules/dossiers/index.ts';
import { identityApi, sensitiveReadsApi, staffApi } from './modules/identity/index.ts';
import { insightApi } from './modules/insight/index.ts';
import { neighbourhoodsApi, unitsApi } from './modules/units/index.ts';
import type { Platform } from './platform/context.ts';
import type { OutboxConsumer } from './platform/outbox/index.ts';
import { accountPages } from './portal/account/routes.ts';
import { demoMailboxPages } from './portal/demo-mailbox/routes.ts';
import { citizenFilingPages } from './portal/filings/routes.ts';
import { helpersPages } from './portal/helpers/routes.ts';
import { homePages } from './portal/home/routes.ts';
import { placePages } from './portal/places/routes.ts';
import { procedurePages } from './portal/procedures/routes.ts';
import { signInPages } from './portal/sign-in/routes.ts';

/** A door or an API: registers its routes. */
export type Registration = (app: FastifyInstance, platform: Platform) => void;

/** Every module's API under /api/v1. */
export const apis: readonly Registration[] = [
  unitsApi,
  neighbourhoodsApi,
  identityApi,
  staffApi,
  sensitiveReadsApi,
  catalogueApi,
  dossiersApi,
  assistanceApi,
  insightApi,
];

/** Every door's pages. */
export const doors: readonly Registration[] = [
  homePages,
  procedurePages,
  placePages,
  signInPages,
  accountPages,
  helpersPages,
  citizenFilingPages,
  demoMailboxPages,
  deskSignInPages,
  deskJoinPages,
  deskHome,
  deskUnitChoice,
  deskDossiers,
  deskHelp,
  deskFigures,
  deskAudit,
  deskAdmin,
];

/** Who consumes which news. */
export const consumers: ReadonlyMap<string, readonly OutboxConsumer[]> = new Map([
  [DOSSIER_CHANGED, [indexForCitizen]],
]);
