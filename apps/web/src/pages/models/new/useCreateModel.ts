import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../../../api/useAct';

/** Makes a model and opens it in the editor. */
export function useCreateModel() {
  const navigate = useNavigate();
  return useAct('createModel', {
    refreshes: ['listModels'],
    onDone: ({ id }) => void navigate({ to: '/models/$modelId', params: { modelId: id } }),
  });
}
