import os
import pyogrio

address = os.environ.get("GRAPH", "http://127.0.0.1:4000")
source = f"{address}/export/locations.geojson"
layer = pyogrio.read_info(source)
print(layer["driver"], layer["geometry_type"], layer["crs"], layer["features"])
