// Starts the built desktop app for a journey, in a folder of the journey's own. Plain JavaScript, because Electron
// loads it; imported, so that it runs before the app is ready.
import { app } from 'electron';

const home = process.env.VOUCH_JOURNEY_HOME;
if (!home) throw new Error('VOUCH_JOURNEY_HOME names no folder.');
app.setPath('userData', home);
await import('../../dist/electron/main.js');
