import { render } from 'svelte/server';
import type { Lang } from '../text.ts';
import Kit from './Kit.svelte';
import type { KitView } from './kit-model.ts';

/** Body of one page of the gallery; its own entry so that component and renderer share one Svelte. */
export const renderKit = (view: KitView, lang: Lang): string => render(Kit, { props: { view, lang } }).body;
