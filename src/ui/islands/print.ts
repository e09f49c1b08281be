/** Without it the page says how to print from the browser's menu; with it there is a button. */
import { enhancePrintButtons } from '../components/print-button/print-button.ts';

enhancePrintButtons();
