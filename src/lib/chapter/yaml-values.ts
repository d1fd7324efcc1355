import { EVENT_ID, parseEvents, YAMLException, type Event } from 'js-yaml';

/** A scalar of a YAML text that is a value, with where it stands (without its quotes). */
export interface YamlValue {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Lists the scalar values of a YAML text in their order; none of a text that is not YAML, which others complain of. */
export function yamlValues(text: string): YamlValue[] {
  let events: readonly Event[];
  try {
    events = parseEvents(text, {});
  } catch (error) {
    if (error instanceof YAMLException) return [];
    throw error;
  }
  const values: YamlValue[] = [];
  let index = 1; // the document's own event comes first
  const ended = () => events[index] === undefined || events[index]?.type === EVENT_ID.POP;
  const walk = (path: readonly string[]): void => {
    const event = events[index];
    index += 1;
    if (event?.type === EVENT_ID.SCALAR) values.push({ path, start: event.valueStart, end: event.valueEnd });
    if (event?.type === EVENT_ID.MAPPING) {
      while (!ended()) {
        const key = events[index];
        index += 1;
        walk([...path, key?.type === EVENT_ID.SCALAR ? text.slice(key.valueStart, key.valueEnd) : '']);
      }
      index += 1;
    }
    if (event?.type === EVENT_ID.SEQUENCE) {
      for (let item = 0; !ended(); item += 1) walk([...path, String(item)]);
      index += 1;
    }
  };
  walk([]);
  return values;
}
