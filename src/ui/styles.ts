/**
 * Collects the one style sheet: tokens, base and the scoped styles of every component.
 * The script that Vite makes of this entry is never sent to a browser.
 */
import './tokens.css';
import './base.css';
import './print.css';

// Used, not only exported: Vite drops the scoped styles of a component that nothing uses.
Reflect.set(globalThis, 'baccauComponents', import.meta.glob('../**/*.svelte', { eager: true }));
