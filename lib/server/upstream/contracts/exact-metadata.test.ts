import { expect, it } from "vitest";
import { exactMetadata } from "./exact-metadata";

const read = (answer: string) =>
  exactMetadata(answer, (JSON.parse(answer) as { metadata?: unknown }).metadata);

it.each([
  ['{"metadata": {"order": 9007199254740993}}', { order: "9007199254740993" }],
  ['{"metadata":{"price":19.90,"count":3}}', { price: "19.90", count: 3 }],
  ['{"metadata":{"a":{"id":12345678901234567890}}}', { a: '{"id":12345678901234567890}' }],
  [
    '{"metadata":{"brace":"}{\\"metadata\\":{","id":9007199254740993}}',
    { brace: '}{"metadata":{', id: "9007199254740993" },
  ],
  // Another one of that name comes first.
  [
    '{"steps":[{"metadata":{"id":1}}],"metadata":{"id":9007199254740993}}',
    { id: "9007199254740993" },
  ],
  [
    '{"task":"say \\"metadata\\": {","metadata":{"id":9007199254740993}}',
    { id: "9007199254740993" },
  ],
  ['{"metadata":{}}', {}],
  ['{"metadata":null}', null],
  ['{"metadata":"a text"}', "a text"],
  ['{"metadata":[9007199254740993]}', [9007199254740992]],
  ["{}", undefined],
])("the metadata of %s keeps its digits", (answer, metadata) => {
  expect(read(answer)).toEqual(metadata);
});
