import io
import os
import sys
from urllib.request import urlopen
import networkx

address = os.environ.get("GRAPH", "http://127.0.0.1:4000")
unit, day = sys.argv[1:]
with urlopen(f"{address}/export/chain.graphml?unit={unit}&on={day}") as answer:
    chain = networkx.read_graphml(io.BytesIO(answer.read()))
print(len(chain.nodes), "nodes,", len(chain.edges), "links")
for lower, upper, link in chain.edges(data=True):
    print(chain.nodes[lower]["label"], chain.nodes[upper]["label"], link["label"], sep="\t")
