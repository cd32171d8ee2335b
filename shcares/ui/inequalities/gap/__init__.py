"""The composite of a model: where the borough's gap to England lies, and how sure its rank is."""
