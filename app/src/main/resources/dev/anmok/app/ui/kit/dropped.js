// Photos that somebody dropped, pasted or chose, those in folders too: a list of { file, item }, the
// item being the folder that a photo would belong to, '' for none.

/** What systems leave in folders. */
const PASSED_OVER = /^(\.|(thumbs\.db|desktop\.ini)$)/i;

/** Of what lies in a dropped folder: the first folder below it, or the dropped one itself. */
function itemOf(path) {
  const folders = path.split('/').filter(Boolean).slice(0, -1);
  return folders[1] ?? folders[0] ?? '';
}

const promised = (entry, ask) => new Promise((done, failed) => { entry[ask](done, failed); });

/** All entries of a folder; browsers tell some hundred at a time. */
async function entriesOf(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    const some = await promised(reader, 'readEntries');
    if (!some.length) return all;
    all.push(...some);
  }
}

async function filesOf(entry) {
  try {
    if (entry.isFile) return [{ file: await promised(entry, 'file'), item: itemOf(entry.fullPath) }];
    const inside = [];
    for (const each of await entriesOf(entry)) {
      if (!PASSED_OVER.test(each.name)) inside.push(...await filesOf(each));
    }
    return inside;
  } catch {
    return [{ file: new File([], entry.name), item: '' }]; // said to be empty when it is sent
  }
}

/** Photos of a drop or a paste; must be called while its event is told. */
export async function dropped(transfer) {
  const things = [...(transfer?.items ?? [])].filter((each) => each.kind === 'file');
  const entries = things.map((each) => each.webkitGetAsEntry?.() ?? each.getAsFile());
  const found = [];
  for (const each of entries) {
    if (each instanceof File) found.push({ file: each, item: '' });
    else if (each) found.push(...await filesOf(each));
  }
  return found;
}

/** Photos of a file input. */
export const chosen = (input) => [...input.files]
  .filter((file) => !PASSED_OVER.test(file.name))
  .map((file) => ({ file, item: itemOf(file.webkitRelativePath) }));
