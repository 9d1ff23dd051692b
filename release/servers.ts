import { CACHE_ELSEWHERE, cacheControl, everywhere, keptFor } from "./headers";

/** A piece of nginx's settings, to be included in the `server` that answers for the origin. */
export function nginxSettings(origin: string, policy: string): string {
  const path = new URL(origin).pathname.replace(/\/$/, "");
  // What is said with every answer; how long to keep it only with a file that is there, or a browser would remember for a year that it was not.
  const headers = (cache: string) => [
    ...Object.entries(everywhere(policy)).map(([name, value]) => `add_header ${name} "${value}" always;`),
    `add_header Cache-Control "${cache}";`,
  ];
  // nginx forgets the headers of the outer block as soon as an inner one adds a header: both say them all.
  return `# Inside "server { ... }":  include /srv/gp-scorecard/nginx.conf;   The folder web/ is expected at /srv/gp-scorecard/web.
location ^~ ${path}/ {
    alias /srv/gp-scorecard/web/;
    index help.html;
    charset utf-8;
    charset_types text/css text/plain text/xml application/javascript application/json;
    ${headers(CACHE_ELSEWHERE).join("\n    ")}
${keptFor
  .map(
    (kept) => `
    location ${kept.path.endsWith("/") ? "^~" : "="} ${path}/${kept.path} {
        alias /srv/gp-scorecard/web/${kept.path};
        ${headers(cacheControl(kept)).join("\n        ")}
    }`,
  )
  .join("\n")}
}
`;
}

/** web.config, which IIS reads from the folder it serves. */
export function iisSettings(policy: string): string {
  const headers = Object.entries(everywhere(policy)).map(
    ([name, value]) => `        <remove name="${name}" />\n        <add name="${name}" value="${escaped(value)}" />`,
  );
  const types = [
    [".json", "application/json"],
    [".js", "text/javascript"],
  ].map(
    ([extension, type]) =>
      `      <remove fileExtension="${extension}" />\n      <mimeMap fileExtension="${extension}" mimeType="${type}" />`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- For IIS: put the whole folder web/ where the site or application stands. -->
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${headers.join("\n")}
      </customHeaders>
    </httpProtocol>
    <staticContent>
${types.join("\n")}
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <defaultDocument>
      <files>
        <clear />
        <add value="help.html" />
      </files>
    </defaultDocument>
    <directoryBrowse enabled="false" />
  </system.webServer>
${keptFor
  .map(
    ({ path, seconds, words }) => `  <location path="${path.replace(/\/$/, "")}">
    <system.webServer>
      <staticContent>
        <clientCache ${seconds === 0 ? 'cacheControlMode="DisableCache" cacheControlCustom=""' : `cacheControlMode="UseMaxAge" cacheControlMaxAge="${seconds / 86_400}.00:00:00" cacheControlCustom="${words.join(", ")}"`} />
      </staticContent>
    </system.webServer>
  </location>`,
  )
  .join("\n")}
</configuration>
`;
}

/** staticwebapp.config.json, which Azure Static Web Apps reads from the folder it serves. */
export function azureSettings(policy: string): string {
  const settings = {
    globalHeaders: { ...everywhere(policy), "Cache-Control": CACHE_ELSEWHERE },
    // The first that fits counts, here as in the list.
    routes: keptFor.map((kept) => ({
      route: kept.path.endsWith("/") ? `/${kept.path}*` : `/${kept.path}`,
      headers: { "Cache-Control": cacheControl(kept) },
    })),
    mimeTypes: { ".json": "application/json" },
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
