import { Component, type ReactNode } from "react";
import { TroubleCard } from "./TroubleCard";

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Catches what goes wrong while a screen is drawn, or fetched: the pane says so instead of going blank. */
export class Boundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state = { error: undefined as unknown };
  static getDerivedStateFromError = (error: unknown) => ({ error });

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const notFetched = error instanceof Error && error.name === "ChunkLoadError";
    return (
      <main style={{ padding: 16 }}>
        <TroubleCard
          trouble={{ task: "show", problem: notFetched ? { kind: "unreachable", what: "This part of the add-in" } : null, details }}
          onTryAgain={() => this.setState({ error: undefined })}
        />
      </main>
    );
  }
}
