import { useEffect, useState } from "react";
import { Visage } from "visage";

/** Visage, once it is there, or why it is not. */
export function useVisage(): { visage?: Visage; error?: Error } {
  const [state, setState] = useState<{ visage?: Visage; error?: Error }>({});
  useEffect(() => {
    const stop = new AbortController();
    const loading = Visage.load({ signal: stop.signal });
    loading.then(
      (visage) => setState({ visage }),
      (error) => stop.signal.aborted || setState({ error }),
    );
    return () => {
      stop.abort();
      loading.then((visage) => visage.dispose(), () => {});
    };
  }, []);
  return state;
}
