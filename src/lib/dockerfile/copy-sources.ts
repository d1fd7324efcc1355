import { DockerfileParser, JSONInstruction } from 'dockerfile-ast';

/** Lists what a Dockerfile copies out of its build context: the sources of COPY and ADD, but for those from another stage or from the net. */
export function copySources(dockerfile: string): string[] {
  const parsed = DockerfileParser.parse(dockerfile);
  const bound = /--mount=type=bind,[^\s]*?source=([^,\s]+)/g;
  const mounts = [...dockerfile.matchAll(bound)]
    .filter((match) => !match[0].includes('from='))
    .map((match) => match[1] ?? '');
  const copied = parsed.getInstructions().flatMap((instruction) => {
    if (instruction.getKeyword() !== 'COPY' && instruction.getKeyword() !== 'ADD') return [];
    if (instruction instanceof JSONInstruction && instruction.getFlags().some((flag) => flag.getName() === 'from'))
      return [];
    const words = instruction.getArguments().map((argument) => argument.getValue().replace(/^\[?"|"[\],]*$/g, ''));
    return words.slice(0, -1).filter((word) => !/^(https?:|git@|<<)/.test(word));
  });
  return [...copied, ...mounts];
}
