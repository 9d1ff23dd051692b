import { CsvSplitter } from "../../src/reference/csv";

function split(text: string, pieceLength = text.length || 1, width: number | null = null) {
  const splitter = new CsvSplitter();
  splitter.width = width;
  const rows: [line: number, ...cells: string[]][] = [];
  const broken: { line: number; expected: string }[] = [];
  const take = ({ rows: some, lines, broken: faults }: ReturnType<CsvSplitter["push"]>) => {
    some.forEach((cells, i) => rows.push([lines[i]!, ...cells]));
    broken.push(...faults.map(({ line, expected }) => ({ line, expected })));
  };
  for (let at = 0; at < text.length; at += pieceLength) take(splitter.push(text.slice(at, at + pieceLength)));
  take(splitter.push("", true));
  return { rows, broken };
}

const good: [title: string, text: string, rows: [number, ...string[]][]][] = [
  [
    "plain rows",
    "a,b\n1,2\n",
    [
      [1, "a", "b"],
      [2, "1", "2"],
    ],
  ],
  [
    "no line end at the end",
    "a,b\n1,2",
    [
      [1, "a", "b"],
      [2, "1", "2"],
    ],
  ],
  [
    "lines that end in CRLF",
    "a,b\r\n1,2\r\n",
    [
      [1, "a", "b"],
      [2, "1", "2"],
    ],
  ],
  [
    "lines that end in CRLF and LF, mixed",
    "a,b\r\n1,2\n3,4\r\n",
    [
      [1, "a", "b"],
      [2, "1", "2"],
      [3, "3", "4"],
    ],
  ],
  [
    "lines that end in CR alone",
    "a,b\r1,2\r",
    [
      [1, "a", "b"],
      [2, "1", "2"],
    ],
  ],
  [
    "a blank line is no row but counts as a line",
    "a,b\n\n1,2\n",
    [
      [1, "a", "b"],
      [3, "1", "2"],
    ],
  ],
  ["a quoted comma", 'a,"b,c"\n', [[1, "a", "b,c"]]],
  ["a doubled quotation mark", 'a,"say ""ah"""\n', [[1, "a", 'say "ah"']]],
  [
    "a line break inside quotation marks moves the next line on",
    '"a\nb",c\n1,2\n',
    [
      [1, "a\nb", "c"],
      [3, "1", "2"],
    ],
  ],
  [
    "a quotation mark inside a cell that does not begin with one",
    'a,5" b\n1,2\n',
    [
      [1, "a", '5" b'],
      [2, "1", "2"],
    ],
  ],
  ["empty cells", '"",,""\n', [[1, "", "", ""]]],
  [
    "a quoted last cell before CRLF",
    '1,"2"\r\n3,"4"\r\n',
    [
      [1, "1", "2"],
      [2, "3", "4"],
    ],
  ],
  [
    "a row that ends in a comma",
    '"1",\n"2",',
    [
      [1, "1", ""],
      [2, "2", ""],
    ],
  ],
];

describe.each(good)("%s", (_, text, rows) => {
  it.each([text.length, 1, 2, 3, 7])("reads alike in pieces of %d characters", (length) => {
    expect(split(text, length)).toEqual({ rows, broken: [] });
  });
});

it("gives up only the line of a quotation mark that is never closed", () => {
  const text = 'a,b\n1,"2\n3,4\n5,6\n';
  expect(split(text)).toEqual({
    rows: [
      [1, "a", "b"],
      [3, "3", "4"],
      [4, "5", "6"],
    ],
    broken: [{ line: 2, expected: "a closing quotation mark" }],
  });
});

it("gives up only the line where text follows a closing quotation mark", () => {
  expect(split('"1"x,2\n3,4\n')).toEqual({
    rows: [[2, "3", "4"]],
    broken: [{ line: 1, expected: "a comma or the end of the line after a closing quotation mark" }],
  });
});

it("takes a row over several lines with the wrong number of cells for a stray quotation mark", () => {
  // Lines 2 to 4 could be one row of two cells; but three columns are wanted.
  const text = 'x,y,z\n1,"2,3\n4,5,6\n7,8,9"\n';
  expect(split(text, text.length, 3)).toEqual({
    rows: [
      [1, "x", "y", "z"],
      [3, "4", "5", "6"],
      [4, "7", "8", '9"'],
    ],
    broken: [{ line: 2, expected: "a closing quotation mark" }],
  });
});

it("keeps a cell of several lines, with commas, in a row of the right width", () => {
  const text = 'x,y,z\n1,"The Surgery, Dock Road,\nTilbury",3\n';
  expect(split(text, text.length, 3)).toEqual({
    rows: [
      [1, "x", "y", "z"],
      [2, "1", "The Surgery, Dock Road,\nTilbury", "3"],
    ],
    broken: [],
  });
});

it("refuses a line of more than a million characters", () => {
  expect(() => split("x".repeat(1_000_001), 100_000)).toThrow("Line 1 is longer than a million characters");
});
