import { askFor, askIfThere, type Asking } from "../../../src/reference/live/askFor";
import { sends, testServer, type TestServer } from "../../support/testServer";

let server: TestServer;
beforeEach(async () => (server = await testServer()));
afterEach(() => server.stop());

const ask = (path: string, asking: Partial<Asking> = {}) =>
  askFor({ address: `${server.origin}${path}`, source: "The source", contentType: /json/ }, { fetch, ...asking });
/** What a person is told. */
const reason = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => "no trouble",
    ({ problem }) => (problem.kind === "unreadable" ? problem.reason : problem.kind),
  );

it("gives the bytes of a whole answer", async () => {
  server.on("/good", sends("application/json; charset=utf-8", '{"a":1}'));
  expect(new TextDecoder().decode(await ask("/good"))).toBe('{"a":1}');
});

it("says of a web page that it is one: a proxy may ask for a sign-in", async () => {
  server.on("/page", sends("text/html", "<!doctype html>"));
  expect(await reason(ask("/page"))).toBe("it answered with a web page where data were expected");
});

it.each([
  [500, "it has a fault of its own at the moment (500); try again later"],
  [403, "it does not allow this (403)"],
  [404, "it has nothing at that address (404)"],
  [400, "it refused the request (400)"],
])("says what %i means, and asks once only", async (status, words) => {
  server.on("/refused", (response) => void response.writeHead(status).end());
  expect(await reason(ask("/refused"))).toBe(words);
  expect(server.asked).toHaveLength(1);
});

it("does not take half an answer for a whole one", async () => {
  server.on("/half", (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write('{"a":');
    setTimeout(() => response.destroy(), 20);
  });
  expect(await reason(ask("/half"))).toBe("its answer broke off before it was complete; try again");
});

it("does not wait for ever", async () => {
  server.on("/slow", () => undefined);
  expect(await reason(ask("/slow", { timeout: 50 }))).toBe("it did not answer within 0 seconds; try again later");
});

it("does not wait for ever for the rest of an answer either", async () => {
  server.on("/drip", (response) => void response.writeHead(200, { "content-type": "application/json" }).write("["));
  expect(await reason(ask("/drip", { timeout: 80 }))).toBe("its answer broke off before it was complete; try again");
});

it("reads no more than it should", async () => {
  server.on("/long", sends("application/json", `"${"x".repeat(2_000_001)}"`));
  expect(await reason(ask("/long", { mostBytes: 2_000_000 }))).toBe("its answer is longer than 2 MB");
});

describe("too many requests", () => {
  const busy = (times: number, retryAfter: string) => {
    let left = times;
    server.on("/busy", (response) => {
      if (left-- > 0) response.writeHead(429, { "retry-after": retryAfter }).end();
      else sends("application/json", "[]")(response, undefined as never);
    });
  };
  const waits = () => {
    const waited: number[] = [];
    return { waited, wait: async (milliseconds: number) => void waited.push(milliseconds) };
  };

  it("waits as long as the server asks, then has its answer", async () => {
    busy(2, "7");
    const { waited, wait } = waits();
    expect(await reason(ask("/busy", { wait }))).toBe("no trouble");
    expect(waited).toEqual([7000, 7000]);
  });
  it("gives up the third time", async () => {
    busy(9, "1");
    const { waited, wait } = waits();
    expect(await reason(ask("/busy", { wait }))).toBe("it answered several times that it has too many requests (429); try again later");
    expect([server.asked.length, waited]).toEqual([3, [1000, 1000]]);
  });
  it("does not sit through half an hour", async () => {
    busy(9, "1800");
    expect(await reason(ask("/busy", waits()))).toBe("it asks to wait 30 minutes before the next request");
  });
});

it("says that nothing could be reached where there is no server", async () => {
  const { origin, stop } = await testServer();
  await stop();
  const words = "it could not be reached: there may be no connection, or this network or the source does not allow it";
  expect(await reason(askFor({ address: origin, source: "x", contentType: /./ }, { fetch }))).toBe(words);
});

it("stops when the person does", async () => {
  server.on("/slow", () => undefined);
  const stopped = new AbortController();
  setTimeout(() => stopped.abort(), 30);
  expect(await reason(ask("/slow", { signal: stopped.signal }))).toBe("cancelled");
});

it("takes what need not be there for absent where it is not, and for trouble where it is broken", async () => {
  const optional = (path: string) => askIfThere({ address: `${server.origin}${path}`, source: "x", contentType: /json/ }, { fetch });
  expect(await optional("/nothing")).toBeNull();
  server.on("/broken", (response) => void response.writeHead(500).end());
  expect(await reason(optional("/broken"))).toMatch(/fault of its own/);
});

it("calls fetch as a browser wants it called: as a method of nothing else", async () => {
  server.on("/good", sends("application/json", "[]"));
  const browsers = function (this: unknown, ...request: Parameters<typeof fetch>) {
    return this === undefined ? fetch(...request) : Promise.reject(new TypeError("Illegal invocation"));
  } as typeof fetch;
  const wanted = { address: `${server.origin}/good`, source: "x", contentType: /json/ };
  expect(await askFor(wanted, { fetch: browsers })).toHaveLength(2);
  expect(await askIfThere(wanted, { fetch: browsers })).toHaveLength(2);
});
