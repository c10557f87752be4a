import { router } from './router.js';
import './shell/app-shell.js';

router.start();
