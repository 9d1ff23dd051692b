/** It brings no types; only measured here. */
declare module "papaparse";
