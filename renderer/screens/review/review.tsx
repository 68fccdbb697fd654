// Opens a questionnaire's rows and shows the review, or why that is not possible.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Trouble, Waiting } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { useForgetGone } from '../../shell/open.ts';
import { stand } from './desk.ts';
import { loadDesk } from './open-desks.ts';
import { ReviewScreen } from './review-screen.tsx';

export function Review({ id, part }: { id: string; part: string | null }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['desk', id],
    queryFn: () => loadDesk(id),
    structuralSharing: false,
    gcTime: 0,
  });
  useForgetGone(id, error);
  useEffect(() => {
    if (data && part !== null) data.update(desk => stand(desk, part));
  }, [data, part]);
  if (error || !data) {
    return (
      <Page title="Review">
        {error ? (
          <Trouble error={error} retry={() => void refetch()} />
        ) : (
          <Waiting what="Opening the questionnaire" />
        )}
      </Page>
    );
  }
  return <ReviewScreen key={id} store={data} />;
}
