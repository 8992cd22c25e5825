import { CreateSchemas1760000000000 } from './1760000000000-CreateSchemas.js';
import { CreateAccess1760000000100 } from './1760000000100-CreateAccess.js';
import { CreateWorkspace1760000000200 } from './1760000000200-CreateWorkspace.js';
import { CreateCatalog1760000001100 } from './1760000001100-CreateCatalog.js';
import { CreateSampleLoads1760000001200 } from './1760000001200-CreateSampleLoads.js';
import { CreateImports1760000001300 } from './1760000001300-CreateImports.js';
import { CreateModels1760000003000 } from './1760000003000-CreateModels.js';
import { CreateRuns1760000003100 } from './1760000003100-CreateRuns.js';
import { CreateAssignments1760000003200 } from './1760000003200-CreateAssignments.js';
import { CreateActions1760000003300 } from './1760000003300-CreateActions.js';
import { AddLifecycleToAssignments1760000003400 } from './1760000003400-AddLifecycleToAssignments.js';
import { CreatePlugins1760000004000 } from './1760000004000-CreatePlugins.js';
import { CreateCodeValues1760000005000 } from './1760000005000-CreateCodeValues.js';

/** Every migration, oldest first. */
export const migrations = [
  CreateSchemas1760000000000,
  CreateAccess1760000000100,
  CreateWorkspace1760000000200,
  CreateCatalog1760000001100,
  CreateSampleLoads1760000001200,
  CreateImports1760000001300,
  CreateModels1760000003000,
  CreateRuns1760000003100,
  CreateAssignments1760000003200,
  CreateActions1760000003300,
  AddLifecycleToAssignments1760000003400,
  CreatePlugins1760000004000,
  CreateCodeValues1760000005000,
];
