import type { Issue } from '@terrace/model';
import { createContext, useContext } from 'react';

export const IssuesContext = createContext<readonly Issue[]>([]);

/** The faults of the document on the canvas, from the same checker that the server uses. */
export const useIssues = (): readonly Issue[] => useContext(IssuesContext);
