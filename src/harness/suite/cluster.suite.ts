import { laneSuite } from './lane-suite.ts';

await laneSuite('cluster');
