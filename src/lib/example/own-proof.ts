/**
 * A file at the project's root that a run leaves in the copy of the project it works in: it names the example that is being proved,
 * whose evidence the copy therefore lacks. No clone has it. The Dockerfile copies it by this name.
 */
export const ownProof = '.own-proof';
