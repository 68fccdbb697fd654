// A file can be dropped anywhere in the window. The whole window says what will happen before one lets go.
import { Dropzone } from '@mantine/dropzone';
import { dropMeaning, takeDropped } from './files.ts';
import { useRoute } from './route.ts';
import './drop.css';

export function DropAnywhere() {
  useRoute();
  return (
    <Dropzone.FullScreen active onDrop={files => void takeDropped(files)} classNames={{ root: 'drop-root' }}>
      <p className="drop-words">{dropMeaning()}</p>
    </Dropzone.FullScreen>
  );
}
