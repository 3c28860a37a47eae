"""Times scikit-learn's DBSCAN on the vectors that DuplicateSpeed wrote, whole process, and compares its labels.

    python3 training/reference/dbscan_speed.py FILE DIMENSION LABELS [N_JOBS]
"""
import resource
import sys
import time

import numpy as np
from sklearn.cluster import DBSCAN

start = time.time()
rows = np.fromfile(sys.argv[1], dtype='<f4').reshape(-1, int(sys.argv[2]))
jobs = int(sys.argv[4]) if len(sys.argv) > 4 else None
labels = DBSCAN(eps=0.1, metric='cosine', min_samples=2, n_jobs=jobs).fit_predict(rows)
print(f'{len(rows)} rows, n_jobs {jobs}: {time.time() - start:.1f} s, '
      f'{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB, {labels.max() + 1} clusters')
ours = np.loadtxt(sys.argv[3], dtype=int)
print('labels equal:', np.array_equal(labels, ours), '- rows that differ:', int((labels != ours).sum()))
