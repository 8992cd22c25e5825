import { accessEndpoints } from './access.js';
import { actionEndpoints } from './action.js';
import { catalogEndpoints } from './catalog.js';
import { contributionEndpoints } from './contribution.js';
import { importEndpoints } from './import.js';
import { modelEndpoints } from './model.js';
import { pluginLifecycleEndpoints } from './plugin-lifecycle.js';
import { pluginEndpoints } from './plugin.js';
import { reportEndpoints } from './report.js';
import { runEndpoints } from './run.js';
import { signingKeyEndpoints } from './signing-key.js';
import { subjectEndpoints } from './subject.js';
import { systemEndpoints } from './system.js';

/** Every operation of the HTTP API by name. Server, client and API page are made from this table. @since 0.1.0 */
export const endpoints: typeof systemEndpoints &
  typeof accessEndpoints &
  typeof catalogEndpoints &
  typeof pluginEndpoints &
  typeof pluginLifecycleEndpoints &
  typeof signingKeyEndpoints &
  typeof contributionEndpoints &
  typeof reportEndpoints &
  typeof importEndpoints &
  typeof modelEndpoints &
  typeof runEndpoints &
  typeof subjectEndpoints &
  typeof actionEndpoints = {
  ...systemEndpoints,
  ...accessEndpoints,
  ...catalogEndpoints,
  ...pluginEndpoints,
  ...pluginLifecycleEndpoints,
  ...signingKeyEndpoints,
  ...contributionEndpoints,
  ...reportEndpoints,
  ...importEndpoints,
  ...modelEndpoints,
  ...runEndpoints,
  ...subjectEndpoints,
  ...actionEndpoints,
};

/** The name of an operation. @since 0.1.0 */
export type EndpointName = keyof typeof endpoints;

/** The path every endpoint's path is below. @since 0.1.0 */
export const apiPrefix = '/api/v1';
