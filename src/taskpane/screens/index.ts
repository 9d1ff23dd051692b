import { lazy, type ComponentType } from "react";
import type { Pane } from "../pane";
import type { PaneState, Screen } from "../state";
import { Start } from "./Start";

export interface ScreenProps {
  readonly pane: Pane;
  readonly state: PaneState;
}

const others = () => import(/* webpackChunkName: "screens" */ "./others");

/** A screen that comes with the others when one of them is first wanted. After a failure it is asked for anew. */
const later = (name: keyof Awaited<ReturnType<typeof others>>) => lazy(async () => ({ default: (await others())[name] }));

/** What few people open, and what brings all the facts about Excel with it. */
const checks = () => import(/* webpackChunkName: "selfTest" */ "./checks");

export const screens: Record<Screen, ComponentType<ScreenProps>> = {
  start: Start,
  data: later("Data"),
  area: later("Area"),
  build: later("Build"),
  preset: later("Preset"),
  result: later("Result"),
  practice: later("Practice"),
  functions: later("Functions"),
  share: later("Share"),
  about: later("About"),
  selfTest: lazy(async () => ({ default: (await checks()).SelfTest })),
  byHand: lazy(async () => ({ default: (await checks()).ByHand })),
};

/** Fetches the other screens while nobody waits for them. */
export const fetchOthers = (): void => void others().catch(() => undefined);
