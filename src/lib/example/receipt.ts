import { z } from 'zod';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** `receipt.json`: what a green run leaves behind, and all that the site knows of it. It holds no durations, so that it does not churn. */
export const receiptSchema = z.strictObject({
  example: z.string(),
  verdict: z.literal('passed'),
  date: z.iso.date().describe('The day of the run that first found all of this so'),
  inputs: digest.describe('Of every file of the folder but transcripts/ and this one'),
  transcripts: z.record(z.string(), digest).describe('Transcript name → digest of its file'),
  tools: z
    .record(z.string(), z.string())
    .describe('Tool → version: docker, buildx, compose, kind, kubernetes, kubectl, helm'),
  images: z.array(
    z.strictObject({
      reference: z.string(),
      standIn: z.boolean().describe('Built elsewhere in the public image’s place'),
    }),
  ),
  steps: z.number().int().positive(),
  assertions: z.number().int().positive(),
});

export type Receipt = z.infer<typeof receiptSchema>;
