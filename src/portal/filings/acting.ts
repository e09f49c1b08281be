import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentProps } from 'svelte';
import { type Acting, citizenActing } from '../../modules/dossiers/index.ts';
import { citizenOf, needCitizen } from '../../modules/identity/index.ts';
import type { Platform } from '../../platform/context.ts';
import type { Lang } from '../../platform/problem.ts';
import type DeskLayout from '../../ui/layout/DeskLayout.svelte';
import type PortalLayout from '../../ui/layout/PortalLayout.svelte';
import { portalShell } from '../shell.ts';
import { type FilingPaths, filingPaths } from './paths.ts';

/** What is around a filing page: the portal for the citizen, the desk for a helper. */
export type FilingFrame =
  | {
      readonly kind: 'portal';
      readonly lang: Lang;
      readonly layout: Omit<ComponentProps<typeof PortalLayout>, 'title' | 'children'>;
    }
  | {
      readonly kind: 'helper';
      readonly lang: Lang;
      readonly layout: Omit<ComponentProps<typeof DeskLayout>, 'title' | 'children'>;
      /** The person who is helped, shown on every page, and where the session is ended. */
      readonly helping: { readonly name: string; readonly phone: string; readonly homeHref: string };
    };

/** Who acts on a filing page, for whom, and where the pages lie. */
export interface ActingPerson extends Acting {
  /** Of the citizen, E.164. */
  readonly phone: string;
  /** Of the citizen; empty until the profile is filled. */
  readonly name: string;
  readonly paths: FilingPaths;
  frame(): Promise<FilingFrame>;
}

/** `file`: prepares, submits or mends; `see`: looks at a submitted dossier. */
export type FilingAct = 'file' | 'see';

/** How filing pages are mounted: once for citizens, once for helpers. */
export interface FilingMount {
  /** Prefix of the route patterns: empty, or `/desk/ho-tro/:helperSessionId`. */
  readonly prefix: string;
  /** Route option `onRequest`: who may come in at all. */
  readonly guard: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  /** After the guard: who acts. @throws RefusalError when they may not do this */
  acting(request: FastifyRequest, act: FilingAct): Promise<ActingPerson>;
}

/** The citizen's own pages. */
export const citizenMount = (platform: Platform): FilingMount => ({
  prefix: '',
  guard: needCitizen(platform),
  async acting(request) {
    const session = citizenOf(request);
    return {
      ...citizenActing(session.accountId, session.name),
      phone: session.phone ?? '',
      name: session.name ?? '',
      paths: filingPaths(''),
      frame: async () => {
        const layout = await portalShell(platform, request, session);
        return { kind: 'portal', lang: layout.lang, layout };
      },
    };
  },
});

export type FilingRoutes = (app: FastifyInstance, platform: Platform, mount: FilingMount) => void;
