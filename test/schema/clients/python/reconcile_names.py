import os
import sys
import pandas
from reconciler import reconcile

address = os.environ.get("GRAPH", "http://127.0.0.1:4000")
names = pandas.Series(sys.argv[1:])
found = reconcile(names, type_id="Person", top_res=1, reconciliation_endpoint=f"{address}/reconcile")
for row in found.itertuples():
    print(row.input_value, row.id, row.score, row.match, sep="\t")
