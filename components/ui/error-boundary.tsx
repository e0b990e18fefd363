import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** Shown instead of what could not be drawn. `reason`: what the browser says. */
  fallback: (reason: string) => ReactNode;
  children: ReactNode;
}

/** Keeps what cannot be drawn from taking the rest of the page with it. Give it a key of what it draws. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { reason: string | null }> {
  override state = { reason: null };

  static getDerivedStateFromError(error: unknown) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { reason } = this.state;
    return reason === null ? this.props.children : this.props.fallback(reason);
  }
}
