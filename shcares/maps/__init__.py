"""Maps: outlines in, a Folium map or flat shapes for a chart out. They know Leaflet and ask the store nothing."""
