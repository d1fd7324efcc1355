import { z } from 'zod';

/**
 * The types of value that differ from run to run or from one patch release of a base image to the next.
 * A `stable` type is replaced by a stand-in that is the same in every run; a `varying` one is shown as recorded and compared by type.
 */
export const valueTypes = [
  'size',
  'version',
  'digest',
  'count',
  'duration',
  'date',
  'bytes',
  'percent',
  'layer',
  'state',
] as const;
export type ValueType = (typeof valueTypes)[number];

const spanSchema = z.strictObject({
  line: z.number().int().min(0).describe('0-based index into output'),
  from: z.number().int().min(0).describe('UTF-16 offset in that line'),
  to: z.number().int().min(0),
  type: z.enum(valueTypes),
});

const linesSchema = z.strictObject({ from: z.number().int().min(0), to: z.number().int().min(0) });

/** One command and what the terminal said, after normalisation. */
export const transcriptEntrySchema = z.strictObject({
  command: z.string().describe('What was typed, word for word; a line break inside is kept'),
  exitCode: z.number().int().nullable().describe('null while it still runs in another terminal'),
  output: z.array(z.string()).describe('Lines without their line ends'),
  repeats: z
    .array(linesSchema)
    .default([])
    .describe(
      'Lines [from, to) of which only the kinds are compared: how many there are of each hangs on a base image',
    ),
  tables: z
    .array(linesSchema)
    .default([])
    .describe(
      'Lines [from, to) that are laid out in columns around varying values: how wide the gaps are is not compared',
    ),
  varies: z
    .array(spanSchema)
    .default([])
    .describe('Values that hang on a base image or on the moment: compared by type only'),
});

/** `transcripts/<name>.json`: a terminal session as a page shows it. */
export const transcriptSchema = z.strictObject({
  example: z.string(),
  transcript: z.string(),
  entries: z.array(transcriptEntrySchema).min(1),
});

export type Span = z.infer<typeof spanSchema>;
export type TranscriptEntry = z.infer<typeof transcriptEntrySchema>;
export type Transcript = z.infer<typeof transcriptSchema>;
