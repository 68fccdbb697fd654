// Opens a questionnaire's rows and shows the review, or why that is not possible.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Trouble, Waiting } from '../../parts/notice.tsx';
import { stand } from './desk.ts';
import { ReviewScreen } from './review-screen.tsx';
import { loadDesk } from './work.ts';

export function Review({ id, part }: { id: string; part: string | null }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['desk', id],
    queryFn: () => loadDesk(id),
    structuralSharing: false,
    gcTime: 0,
  });
  useEffect(() => {
    if (data && part !== null) data.update(desk => stand(desk, part));
  }, [data, part]);
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting what="Opening the questionnaire" />;
  return <ReviewScreen key={id} store={data} />;
}
