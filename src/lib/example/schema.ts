import { z } from 'zod';

/** A length of time as Kubernetes and Docker write it: `500ms`, `30s`, `2m`. */
export const durationSchema = z
  .string()
  .regex(/^\d+(ms|s|m)$/, 'write a duration such as 500ms, 30s or 2m')
  .describe('A length of time: 500ms, 30s, 2m');

const sizeSchema = z
  .string()
  .regex(/^\d+(\.\d+)?(B|kB|MB|GB)$/, 'write a size such as 20MB')
  .describe('A size in decimal units, as docker prints it: 512B, 14.2MB, 1GB');

const nameSchema = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use lower-case letters, digits and dashes');

// The empty text is a part of every other.
const partSchema = z.string().min(1);

const textObject = z
  .strictObject({
    equals: z.string().optional().describe('The whole text, to the byte'),
    contains: z
      .union([partSchema, z.array(partSchema).min(1)])
      .optional()
      .describe('Every one of these occurs'),
    lacks: z
      .union([partSchema, z.array(partSchema).min(1)])
      .optional()
      .describe('None of these occurs'),
    matches: partSchema.optional().describe('A JavaScript regular expression that matches somewhere (flags: mu)'),
    lines: z.number().int().min(0).optional().describe('The number of lines'),
  })
  .refine((text) => Object.values(text).some((value) => value !== undefined), 'say what must be true of the text');

/** What must be true of a text; a plain string is the whole text, to the byte. */
export const textSchema = z.union([z.string(), textObject]);

const exitCodeSchema = z.number().int().min(0).max(255);

/** Where a transcript may end up: several steps with one name are one terminal session. */
const transcriptSchema = nameSchema.describe('The transcript that this command and its output are added to');

const runFields = {
  shell: z.boolean().optional().describe('Run the line with bash, for pipes, variables and redirections'),
  in: z.string().optional().describe('The folder that the command runs in, from the example’s own'),
  stdin: z.string().optional().describe('What is typed into the command'),
  transcript: transcriptSchema.optional(),
  within: durationSchema.optional().describe('The time limit; 3m when not given'),
};

/** What must be true of the command’s end and words. */
const runExpectation = z.strictObject({
  exitCode: exitCodeSchema.optional().describe('0 when not given'),
  stdout: textSchema.optional(),
  stderr: textSchema.optional(),
  output: textSchema.optional().describe('Both streams together, in the order in which they came'),
});

const runStep = z.strictObject({
  run: z.string().min(1).describe('The command, word for word as the reader types it'),
  ...runFields,
  expect: runExpectation.optional(),
  until: z
    .strictObject({ output: textSchema, within: durationSchema })
    .optional()
    .describe('Run the command again, unrecorded, until its output is so; the last run is recorded'),
  background: z
    .strictObject({ ready: textSchema.describe('The output that says it is up'), within: durationSchema.optional() })
    .optional()
    .describe('Leave it running, as in a second terminal; it is stopped when the example ends'),
});

const imageExpectation = z.strictObject({
  image: z.string(),
  size: z.strictObject({ below: sizeSchema.optional(), above: sizeSchema.optional() }).optional(),
  smallerThan: z.string().optional().describe('Another image, which must be bigger'),
  factor: z.number().min(1).optional().describe('With smallerThan: at least so many times smaller'),
  user: z.string().optional().describe('Config.User'),
  entrypoint: z.array(z.string()).optional(),
  cmd: z.array(z.string()).optional(),
  workdir: z.string().optional(),
  env: z.record(z.string(), z.string()).optional().describe('Variables that are set, with their values'),
  exposes: z.array(z.string()).optional().describe('Ports such as 8080/tcp'),
  labels: z.record(z.string(), z.string()).optional(),
  present: z.array(z.string()).optional().describe('Absolute paths that are in the image’s file system'),
  missing: z.array(z.string()).optional().describe('Absolute paths that are not'),
  layersOnTopOf: z
    .strictObject({ image: z.string(), count: z.number().int().min(0) })
    .optional()
    .describe('The other image’s layers come first, and so many follow'),
  absent: z.literal(true).optional().describe('There is no such image'),
});

const containerExpectation = z.strictObject({
  container: z.string(),
  state: z.enum(['created', 'running', 'paused', 'restarting', 'exited', 'dead', 'absent']),
  exitCode: exitCodeSchema.optional(),
  oomKilled: z.boolean().optional(),
  stoppedWithin: durationSchema
    .optional()
    .describe('From the signal that docker stop sent to the container’s end it took no longer'),
});

const volumeExpectation = z.strictObject({ volume: z.string(), state: z.enum(['present', 'absent']) });
const networkExpectation = z.strictObject({ network: z.string(), state: z.enum(['present', 'absent']) });

const fileExpectation = z.strictObject({
  file: z.string().describe('A path from the example’s folder, or under ~/'),
  state: z.enum(['present', 'absent']).optional(),
  text: textSchema.optional(),
});

const objectExpectation = z.strictObject({
  resource: z.string().describe('kind/name, or a kind together with selector'),
  selector: z.string().optional(),
  count: z.number().int().min(0).optional(),
  match: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('A part of the object, as in its YAML; lists match item by item'),
  absent: z.literal(true).optional(),
  event: z.string().optional().describe('The reason of an Event about the object'),
});

/** What must be true of the world after a step. */
export const expectationSchema = z.union([
  imageExpectation,
  containerExpectation,
  volumeExpectation,
  networkExpectation,
  fileExpectation,
  objectExpectation,
]);

const expectStep = z.strictObject({ expect: expectationSchema });

const waitStep = z.strictObject({
  wait: z.strictObject({
    resource: z.string().optional().describe('kind/name, or a kind together with selector'),
    container: z.string().optional(),
    selector: z.string().optional(),
    for: z
      .strictObject({
        condition: z.string().optional().describe('A condition whose status must be True: Available, Ready, Complete'),
        phase: z.string().optional(),
        match: z.record(z.string(), z.unknown()).optional(),
        absent: z.literal(true).optional(),
        count: z
          .number()
          .int()
          .min(0)
          .optional()
          .describe('Exactly so many of the objects fulfil the rest; all of them must where it is not given'),
        health: z.enum(['healthy', 'unhealthy']).optional().describe('Of a container'),
        state: z.enum(['running', 'exited']).optional().describe('Of a container'),
        log: partSchema.optional().describe('A text in the container’s log'),
      })
      .refine((end) => Object.values(end).some((value) => value !== undefined), 'say what is waited for'),
    within: durationSchema,
  }),
});

const probeStep = z.strictObject({
  probe: z.strictObject({
    url: z.string().optional().describe('An address on this machine'),
    service: z
      .string()
      .optional()
      .describe('A Service of the example’s namespace, asked through the API server’s proxy'),
    pod: z.string().optional(),
    port: z.union([z.number().int(), z.string()]).optional(),
    path: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    status: z.number().int().optional(),
    body: textSchema.optional(),
    refused: z.literal(true).optional().describe('Nothing listens there'),
    within: durationSchema.optional().describe('Ask again until it is so, at most this long; once when not given'),
  }),
});

/** A failure that must happen, for its one reason; success, or another reason, is red. */
const failsStep = z.strictObject({
  fails: z.union([
    z.strictObject({
      run: z.string().min(1),
      ...runFields,
      exitCode: z.number().int().min(1).max(255),
      stdout: textSchema.optional(),
      stderr: textSchema.optional(),
      output: textSchema.optional(),
    }),
    z.strictObject({
      resource: z.string(),
      selector: z.string().optional(),
      reason: z
        .string()
        .describe(
          'The reason a container waits or ended for, or of a false condition: ImagePullBackOff, OOMKilled, Unschedulable',
        ),
      exitCode: exitCodeSchema.optional(),
      message: z.string().optional().describe('A text that its message, or the Event’s, holds'),
      event: z.string().optional().describe('The reason of an Event that must come too'),
      within: durationSchema,
    }),
  ]),
});

/** The reader edits a file: one text is replaced by another. */
const editStep = z.strictObject({
  edit: z.strictObject({
    file: z.string(),
    replace: z.string().describe('A text that occurs exactly once'),
    with: z.string(),
  }),
});

/** The reader leaves with Ctrl-C what runs in the background. */
const interruptStep = z.strictObject({
  interrupt: z.string().describe('The run line of the background step that is stopped'),
  transcript: transcriptSchema.optional(),
});

/** One step of the session. Its kind is its first key. */
export const stepSchemas = {
  run: runStep,
  expect: expectStep,
  wait: waitStep,
  probe: probeStep,
  fails: failsStep,
  edit: editStep,
  interrupt: interruptStep,
} as const;

export type StepKind = keyof typeof stepSchemas;
export type Step = { [Kind in StepKind]: z.infer<(typeof stepSchemas)[Kind]> }[StepKind];
export type RunStep = z.infer<typeof runStep>;
export type WaitStep = z.infer<typeof waitStep>;
export type ProbeStep = z.infer<typeof probeStep>;
export type FailsStep = z.infer<typeof failsStep>;
export type EditStep = z.infer<typeof editStep>;
export type InterruptStep = z.infer<typeof interruptStep>;
export type Expectation = z.infer<typeof expectationSchema>;
export type TextExpectation = z.infer<typeof textSchema>;

/** Tells which kind a step is, by the key that only that kind has. */
export function kindOf(step: Step): StepKind {
  for (const kind of ['run', 'wait', 'probe', 'fails', 'edit', 'interrupt'] as const) if (kind in step) return kind;
  return 'expect';
}

/** `example.yaml`: the session that a chapter shows, with what must be true after each step. */
export const exampleSchema = z.strictObject({
  title: z.string().min(10).describe('One English sentence: what the example proves'),
  tier: z.enum(['build', 'run', 'compose', 'cluster', 'helm']),
  images: z
    .array(z.string())
    .describe(
      'Every public image that the example uses; pulled before it starts, and brought to the cluster’s nodes where it needs one',
    ),
  ports: z
    .array(z.number().int().min(1024).max(65535))
    .default([])
    .describe('Ports of this machine that the example opens'),
  docker: z
    .strictObject({
      images: z.array(z.string()).default([]).describe('Names of the images that it builds or tags'),
      containers: z.array(z.string()).default([]),
      volumes: z.array(z.string()).default([]),
      networks: z.array(z.string()).default([]),
    })
    .prefault({})
    .describe(
      'What the example makes on the Docker engine, by name: nothing of these may be there before, and nothing is afterwards',
    ),
  project: z.boolean().default(false).describe('The working folder is a copy of this whole project'),
  compose: nameSchema.optional().describe('The Compose project’s name, where it is not the folder’s'),
  clusterScoped: z.array(z.string()).default([]).describe('kind/name of what it makes outside its namespace'),
  unused: z
    .record(z.string(), z.string())
    .default({})
    .describe('Files that no step uses, each with the reason it is here'),
  steps: z.array(z.union(Object.values(stepSchemas) as [typeof runStep])).min(1),
  cleanup: z.array(runStep).default([]).describe('What the reader types to be rid of it all'),
});

export type Tier = z.infer<typeof exampleSchema>['tier'];
export type ExampleFile = Omit<z.infer<typeof exampleSchema>, 'steps'> & { readonly steps: readonly Step[] };
