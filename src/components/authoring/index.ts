import { Steps, TabItem, Tabs } from '@astrojs/starlight/components';
import Caution from './Caution.astro';
import Diagram from './Diagram.astro';
import Example from './Example.astro';
import Exercise from './Exercise.astro';
import Hint from './Hint.astro';
import Listing from './Listing.astro';
import Note from './Note.astro';
import NotRun from './NotRun.astro';
import Solution from './Solution.astro';
import Term from './Term.astro';
import Terminal from './Terminal.astro';
import Tip from './Tip.astro';

/** All that a chapter may use besides prose. */
export const components = {
  Caution,
  Diagram,
  Example,
  Exercise,
  Hint,
  Listing,
  Note,
  NotRun,
  Solution,
  Steps,
  TabItem,
  Tabs,
  Term,
  Terminal,
  Tip,
};
