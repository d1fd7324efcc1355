FROM python:3.13-slim
WORKDIR /app
ENV PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore PIP_DISABLE_PIP_VERSION_CHECK=1
COPY . .
RUN pip install -q -r requirements.txt
USER 65532:65532
CMD ["python", "notes.py"]
