import { describe, expect, test } from 'vitest';
import { excerpt, type Selector } from '../../../src/lib/listing/excerpt.ts';

const dockerfile = `# syntax=docker/dockerfile:1
FROM golang:1.26 AS build
# region compile
RUN go build -o /greeter .
# endregion

# Only the program is shipped.
FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /greeter /greeter
`;

const manifests = `apiVersion: v1
kind: Service
metadata:
  name: greeter
spec:
  ports:
    - port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: greeter
spec:
  replicas: 3
  template:
    spec:
      containers:
        - name: greeter
          image: greeter:1.0
          # What the program reads.
          env:
            - name: PORT
              value: "8080"
        - name: second
          image: busybox:1.38
`;

const cut = (file: string, text: string, selector: Selector) => {
  const result = excerpt(file, text, selector);
  return 'message' in result ? `${result.message} | ${result.fix}` : result.lines.join('\n');
};

describe('a whole file', () => {
  test('loses its region marks and nothing else', () => {
    expect(cut('Dockerfile', dockerfile, {})).toBe(
      dockerfile.replace('# region compile\n', '').replace('# endregion\n', '').trimEnd(),
    );
  });
});

describe('region', () => {
  test('shows its lines', () =>
    expect(cut('Dockerfile', dockerfile, { region: 'compile' })).toBe('RUN go build -o /greeter .'));
  test('that is missing names those that are there', () =>
    expect(cut('Dockerfile', dockerfile, { region: 'complie' })).toBe(
      '"Dockerfile" has no region "complie" | write one of: compile',
    ));
  test('in a file without any says how to mark one', () =>
    expect(cut('a.txt', 'a\n', { region: 'x' })).toBe(
      '"a.txt" has no region "x" | mark it in the file: # region x … # endregion',
    ));
  test('that is not closed is a problem for every listing of the file', () =>
    expect(cut('a.txt', '# region x\na\n', {})).toBe(
      'a.txt:1: region "x" has no end | write an endregion comment after its last line',
    ));
});

describe('stage', () => {
  test('goes from FROM to the next stage’s comments', () =>
    expect(cut('Dockerfile', dockerfile, { stage: 'build' })).toBe(
      'FROM golang:1.26 AS build\nRUN go build -o /greeter .',
    ));
  test('has the comments above its FROM', () =>
    expect(cut('Dockerfile', dockerfile, { stage: '1' })).toMatch(/^# Only the program is shipped\.\nFROM gcr\.io/));
  test('that is missing names those that are there', () =>
    expect(cut('Dockerfile', dockerfile, { stage: 'test' })).toBe(
      'in "Dockerfile" there is no stage "test" | write one of: build, 1',
    ));
  test('of something else than a Dockerfile is refused', () =>
    expect(cut('a.yaml', 'a: 1\n', { stage: 'build' })).toBe('"a.yaml" has no stages | choose by region or lines'));
});

describe('path', () => {
  test('shows key and value, without the indentation around them', () =>
    expect(cut('m.yaml', manifests, { path: 'spec.ports' })).toBe('ports:\n  - port: 80'));
  test('finds the document that has it', () =>
    expect(cut('m.yaml', manifests, { path: 'spec.replicas' })).toBe('replicas: 3'));
  test('goes into lists', () =>
    expect(cut('m.yaml', manifests, { path: 'spec.template.spec.containers[1]' })).toBe(
      '- name: second\n  image: busybox:1.38',
    ));
  test('ends before what follows, blank lines and separators too', () =>
    expect(cut('m.yaml', manifests, { path: 'Service/greeter:spec' })).toBe('spec:\n  ports:\n    - port: 80'));
  test('keeps comments inside', () =>
    expect(cut('m.yaml', manifests, { path: 'spec.template.spec.containers[0]' })).toContain(
      '# What the program reads.',
    ));
  test('shows a block scalar whole', () =>
    expect(cut('c.yaml', 'data:\n  page: |\n    <p>\n\n    </p>\n  other: 1\n', { path: 'data.page' })).toBe(
      'page: |\n  <p>\n\n  </p>',
    ));
  test('that leads nowhere says where it ends', () =>
    expect(cut('m.yaml', manifests, { path: 'spec.template.spec.container' })).toBe(
      'in "m.yaml" there is no "container" in "spec.template.spec" | write one of: containers',
    ));
  test('of an object that is not there names the objects', () =>
    expect(cut('m.yaml', manifests, { path: 'Pod/greeter:spec' })).toBe(
      'in "m.yaml" there is no object "Pod/greeter" | write one of: Service/greeter, Deployment/greeter',
    ));
  test('beyond a plain value says so', () =>
    expect(cut('m.yaml', manifests, { path: 'kind.x' })).toBe(
      'in "m.yaml" there is no "x" in "kind" | end the path before it',
    ));
});

describe('lines', () => {
  test('are counted as an editor counts them', () =>
    expect(cut('Dockerfile', dockerfile, { lines: '2-4' })).toBe(
      'FROM golang:1.26 AS build\nRUN go build -o /greeter .',
    ));
  test('beyond the end are refused', () =>
    expect(cut('a.txt', 'a\nb\n', { lines: '2-3' })).toBe('"a.txt" has no line 3 | it ends with line 2'));
  test('that are none are refused', () =>
    expect(cut('a.txt', 'a\n', { lines: '3-1' })).toBe(
      '"3-1" is no range of lines | write lines such as 3, 3-7 or 3-7,12',
    ));
  test('with only blanks are refused', () =>
    expect(cut('a.txt', 'a\n\nb\n', { lines: '2' })).toBe(
      'nothing of "a.txt" is left to show | choose lines that hold something',
    ));
});

describe('mark', () => {
  const marked = (selector: Selector) => {
    const result = excerpt('Dockerfile', dockerfile, selector);
    return 'message' in result ? result.message : result.marked;
  };
  test('by number means lines of the file', () => expect(marked({ stage: 'build', mark: '4' })).toEqual([2]));
  test('by text means the lines that hold it', () => expect(marked({ mark: 'FROM' })).toEqual([2, 6]));
  test('of a line that is not shown is refused', () =>
    expect(marked({ stage: 'build', mark: '9' })).toBe('line 9 is marked and not shown'));
  test('of a text that is not shown is refused', () =>
    expect(marked({ mark: 'EXPOSE' })).toBe('no line shown holds "EXPOSE"'));
});

test('a listing is chosen in one way only', () => {
  expect(cut('Dockerfile', dockerfile, { region: 'compile', lines: '1' })).toBe(
    'a listing is chosen in one way, not by region and lines | keep one of region, lines',
  );
});
