import { tags } from '../kit/tags.js';
import { t } from '../kit/text.js';

const { h1 } = tags;

export default function Page() {
  return h1(t('jobs.name'));
}
