import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** One file of a deployed release, with what the server said about it; a folder says nothing. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers | null;
  readonly bytes: Buffer;
}

/** Where a release stands: a folder on this computer or an address. */
export interface Place {
  readonly name: string;
  /** The folder of the whole release, where there is one; an address has none. */
  readonly release: string | null;
  /** A file by its path beside taskpane.html. */
  readonly get: (path: string) => Promise<Answer>;
}

/** @throws where there is neither an address nor a folder with a release in it */
export function openPlace(named: string): Place {
  if (/^https?:\/\//.test(named)) return addressPlace(named.replace(/\/+$/, ""));
  const web = [join(named, "web"), named].find((folder) => existsSync(join(folder, "taskpane.html")));
  if (web === undefined) throw new Error(`${named} holds no release: there is no taskpane.html in it, nor in a folder web/ of it.`);
  return {
    name: named,
    release: web === named ? null : named,
    get: (path) => {
      const file = join(web, path);
      return Promise.resolve(
        existsSync(file) && statSync(file).isFile()
          ? { status: 200, headers: null, bytes: readFileSync(file) }
          : { status: 404, headers: null, bytes: Buffer.alloc(0) },
      );
    },
  };
}

const addressPlace = (origin: string): Place => ({
  name: origin,
  release: null,
  get: async (path) => {
    // As Excel on the web asks: from an origin that is not the add-in's own.
    const response = await fetch(`${origin}/${path}`, { headers: { origin: "https://excel.officeapps.live.com" } });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  },
});
